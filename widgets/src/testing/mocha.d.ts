// `describe`, `it` and their hooks are globals of the browser test runner; Node tests import theirs from vitest.
/// <reference types="mocha" />
