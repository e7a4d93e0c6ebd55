export default {
  mode: 'production',
  entry: './compiled/main.js',
  // Its chunks are script tags, whose address a page with Trusted Types wants vouched for.
  output: { trustedTypes: 'webpack', clean: true },
  performance: false,
};
