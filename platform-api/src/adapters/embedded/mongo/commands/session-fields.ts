import type { Binary } from 'bson';
import { isDoc, typeOf, type Doc } from '../bson/value.ts';
import { fail } from '../errors.ts';
import type { SessionFields } from './context.ts';

/** The identity of a logical session, from `{ id: <UUID> }`. */
export function sessionId(lsid: Doc): string {
  const id = lsid.get('id');
  if (typeOf(id) !== 'binData') return fail(14, "BSON field 'lsid.id' is the wrong type, expected type 'binData'");
  return Buffer.from((id as Binary).buffer).toString('hex');
}

/** `lsid`, `txnNumber` and `autocommit` of a command, or undefined without a session. */
export function readSession(command: Doc): SessionFields | undefined {
  const lsid = command.get('lsid');
  if (!isDoc(lsid)) return undefined;
  const number = command.get('txnNumber');
  return {
    id: sessionId(lsid),
    number: typeof number === 'bigint' || typeof number === 'number' ? BigInt(number) : undefined,
    isTransaction: command.get('autocommit') === false,
  };
}
