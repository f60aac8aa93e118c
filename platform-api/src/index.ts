export { readConfig, type Config } from './config.ts';
export { startPlatform, type Platform, type PlatformOptions } from './platform.ts';
