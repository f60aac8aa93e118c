import type { Contract } from '../src/http/contract.ts';
import type { Request } from './requests.ts';

export interface Sent {
  status: number;
  text: string;
  code: string | null;
}

/** Sends a request for a contract as a plain HTTP client would: no SDK that could be kinder than a stranger. */
export async function send(
  baseUrl: string,
  { method, path }: Contract,
  { params = {}, query, body }: Request,
  credential?: string,
  headers: Record<string, string> = {},
): Promise<Sent> {
  const filled = path.replaceAll(/\{([^}]+)\}/g, (_whole, name: string) => encodeURIComponent(params[name]));
  const search = query ? `?${new URLSearchParams(query).toString()}` : '';
  const response = await fetch(`${baseUrl}${filled}${search}`, {
    method: method.toUpperCase(),
    headers: {
      ...headers,
      ...(credential ? { authorization: `Bearer ${credential}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(15_000),
  });
  const text = await response.text();
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  return { status: response.status, text, code: isProblem ? (JSON.parse(text) as { code: string }).code : null };
}
