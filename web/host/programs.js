/**
 * The programs that few pages and readers need, each loaded when it is: FORMATS,
 * LATENT and FORMS are their names, which the build fills in.
 */

/** The loader's function that brings a program by its name, and its style if it has one. */
let bring;

/** The program that learns, once it has been asked for; it is asked for once. */
let learner;

/** Whether the program of forms has been asked for ahead. */
let expected;

export const begin = (loader) => {
  bring = loader;
};

/** Has the program of all formats make a JSON Feed of something. */
const made = async (make) => make(await bring(FORMATS));

/** Bytes, address and type of a feed in any format: a JSON Feed. */
export const convert = (...feed) => made((program) => program.convert(...feed));

/** What the page's JSON-LD lists, as a JSON Feed. */
export const listOfPage = () => made((program) => program.listOfPage(program.head()));

/** The article that the page says it is, as a JSON Feed. */
export const articleOfPage = () => made((program) => program.articleOfPage(program.head()));

/** Where so many articles stand among all, learnt of their posting lists. Nothing where the program cannot be had, which the loader says. The lists are copied at once: the memory in which they are may grow, and move. */
export const learn = (articles, ...lists) => {
  const copies = lists.map((list) => list.slice());
  learner ??= bring(LATENT);
  return learner.then((program) => program.learn(articles, ...copies)).catch(() => {});
};

/** Somebody may want a form soon. A failure is said by the loader, and counts only once they do. */
export const expectForms = () => {
  expected ??= bring(FORMS).catch(() => {});
};
