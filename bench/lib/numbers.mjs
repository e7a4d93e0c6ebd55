/** What is made of many measurements. */

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** The middle half of the values: from where to where. */
export const quartiles = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.round(share * (sorted.length - 1))];
  return [at(0.25), at(0.75)];
};

/** As many digits as say something. */
export const short = (value) => {
  if (value === 0) return '0';
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
  return value.toFixed(digits);
};

export const ms = (value) => `${short(value)} ms`;

export const bytes = (value) => Math.round(value).toLocaleString('en');

export const megabytes = (value) => `${(value / 1e6).toFixed(2)} MB`;

export const times = (value) => `${value.toFixed(2)} ×`;
