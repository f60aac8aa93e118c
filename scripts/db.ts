import { parseArgs } from 'node:util';
import { startInProcess } from '../platform-api/src/adapters/embedded/mongo/in-process.ts';

// `npm run -s db -- --dir DIR --port N` serves the embedded database alone, on 127.0.0.1, until SIGTERM.
const { values } = parseArgs({ options: { dir: { type: 'string' }, port: { type: 'string', default: '27017' } } });
const port = Number(values.port);
if (!values.dir || !Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error('Usage: npm run -s db -- --dir DIRECTORY [--port PORT]');
  process.exit(2);
}

try {
  const engine = await startInProcess({
    dataDir: values.dir,
    port,
    log: (message, details) => {
      console.error(message, details ?? '');
    },
  });
  console.log(engine.url);
  const stop = (): void => {
    void engine.stop().finally(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
