// Runs before the first byte of every page. A request that newsrail gives up after
// fifteen seconds is given up after five minutes: a busy machine is no silent server.
// What is given up in time is tested with a clock of the test's own (clock.js).
(() => {
  const timeout = AbortSignal.timeout;
  AbortSignal.timeout = (time) => timeout.call(AbortSignal, time * 20);
})();
