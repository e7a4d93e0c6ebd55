/** What src/host/platform.rs has of the browser: Unicode's normal forms, which it has the tables of. */

/** Characters that a text is shown without, but for the joiners. */
const IGNORABLE = /(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu;

const FORMS = {
  __proto__: null,
  compatible: (text) => text.normalize('NFKC').replace(IGNORABLE, ''),
  decomposed: (text) => text.normalize('NFKD').toLowerCase(),
};

/** A text in one of them; as it stands where a script of the page has broken the methods. */
export const normalized = (text, form) => {
  try {
    return FORMS[form](text);
  } catch {
    return text;
  }
};
