/** Unicode's normal forms, which every browser has the tables of. */

/** A text in one of them, as it stands where a script of the page has broken the method. */
export const normalized = (text, form, isSmall) => {
  try {
    const normal = text.normalize(form);
    return isSmall ? normal.toLowerCase() : normal;
  } catch {
    return text;
  }
};
