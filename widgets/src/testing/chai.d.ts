import '@open-wc/semantic-dom-diff';

// The plugin for DOM comparison declares every `equal` a promise, which only its own are. Of merged overloads the last
// declared comes first: this file imports the plugin, so it is read after it.
declare global {
  namespace Chai {
    interface Equal {
      (value: unknown, message?: string): Assertion;
    }
  }
}
