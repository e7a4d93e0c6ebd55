// Loaded before the command line tool (node --import): it listens on every
// network interface and has no option for it, and a test's site, whose password
// is no secret, is nobody else's business.
import { Server } from 'node:net';

const { listen } = Server.prototype;

Server.prototype.listen = function (port, ...rest) {
  return typeof port === 'number'
    ? listen.call(this, port, '127.0.0.1', ...rest.filter((argument) => typeof argument !== 'string'))
    : listen.call(this, port, ...rest);
};
