export default { base: '/', compressHTML: false, devToolbar: { enabled: false } };
