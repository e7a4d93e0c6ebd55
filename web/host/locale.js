/** The language in which dates are written. */

/** By language of the texts and what the page says, what has been found: there may be 300 dates at once. */
const locales = { __proto__: null };

/** The first of some tags that is of the same language and script as another, else that. */
const localeBy = (tag, tags) => {
  const full = (named) => new Intl.Locale(named).maximize();
  const { language, script } = full(tag);
  for (const named of tags) {
    try {
      const of = full(named);
      if (of.language === language && of.script === script) return named;
    } catch {
      // It is no language tag: browsers and pages have such.
    }
  }
  return tag;
};

/** The locale for texts in the language `tag` on a page that says it is in `lang`: as the reader's own region or the page's writes that language. */
export const localeOf = (tag, lang) => locales[`${tag} ${lang}`] ??= localeBy(tag, [navigator.language, lang]);
