import type { operations } from './generated/api.ts';

type OperationId = keyof operations;

/** What an operation answers. */
export type Answer<Id extends OperationId> = operations[Id]['responses'] extends infer Responses
  ? {
      [Status in Exclude<keyof Responses, 'default'>]: Responses[Status] extends {
        content: { 'application/json': infer Body };
      }
        ? Body
        : null;
    }[Exclude<keyof Responses, 'default'>]
  : never;

/** Its query parameters. */
export type Query<Id extends OperationId> = operations[Id] extends { parameters: { query?: infer Parameters } }
  ? NonNullable<Parameters>
  : never;

/** Its request body. */
export type Body<Id extends OperationId> = operations[Id] extends {
  requestBody: { content: { 'application/json': infer Content } };
}
  ? Content
  : never;
