import type { Body } from '@callvault/sdk';

/** What a reader may change on a call from here. */
export type CallChange = Body<'calls.update'>;
