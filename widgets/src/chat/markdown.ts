import { html, nothing } from 'lit';
import { lexer, type Token, type Tokens } from 'marked';
import { cited, type CiteRenderer } from './cited-text.ts';

/** What a stream may have cut through: the beginning of a citation. */
const CUT_CITATION = /\[\d{0,3}$/;

/**
 * Markdown of an answer as Lit templates: no HTML string is ever made of it, so there is nothing to sanitise. HTML shows
 * as the text it is, images as their description, links as their words. `[n]` becomes a citation.
 */
export function markdown(text: string, cite: CiteRenderer, { isLive = false } = {}): unknown {
  return blocks(lexer(isLive ? closed(text) : text), cite);
}

/** A half-said answer: nothing shows that is only the beginning of a mark. */
function closed(text: string): string {
  const whole = text.replace(CUT_CITATION, '');
  const isOdd = (whole.split('**').length - 1) % 2 === 1;
  if (!isOdd) return whole;
  return whole.endsWith('**') ? whole.slice(0, -2) : `${whole}**`;
}

function blocks(tokens: readonly Token[], cite: CiteRenderer): unknown {
  return tokens.map((token) => block(token, cite));
}

function block(token: Token, cite: CiteRenderer): unknown {
  switch (token.type) {
    case 'space':
    case 'def':
      return nothing;
    case 'heading':
      return html`<p class="h"><b>${inlines(token, cite)}</b></p>`;
    case 'list':
      return list(token as Tokens.List, cite);
    case 'blockquote':
      return html`<blockquote>${blocks(token.tokens ?? [], cite)}</blockquote>`;
    case 'code':
      return html`<pre tabindex="0"><code>${(token as Tokens.Code).text}</code></pre>`;
    case 'hr':
      return html`<hr />`;
    case 'table':
      return table(token as Tokens.Table, cite);
    case 'text':
      return inlines(token, cite);
    default:
      return html`<p dir="auto">${inlines(token, cite)}</p>`;
  }
}

function list({ ordered, start, items }: Tokens.List, cite: CiteRenderer): unknown {
  const rows = items.map((item) => html`<li dir="auto">${blocks(item.tokens, cite)}</li>`);
  if (!ordered)
    return html`<ul>
      ${rows}
    </ul>`;
  return html`<ol start=${start === '' ? 1 : start}>
    ${rows}
  </ol>`;
}

function table({ header, rows }: Tokens.Table, cite: CiteRenderer): unknown {
  return html`<div class="tw" tabindex="0" role="group">
    <table>
      <thead>
        <tr>
          ${header.map((cell) => html`<th scope="col">${spans(cell.tokens, cite)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${spans(cell.tokens, cite)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function inlines(token: Token, cite: CiteRenderer): unknown {
  return 'tokens' in token && token.tokens ? spans(token.tokens, cite) : cited(token.raw, cite);
}

const spans = (tokens: readonly Token[], cite: CiteRenderer): unknown => tokens.map((token) => span(token, cite));

function span(token: Token, cite: CiteRenderer): unknown {
  switch (token.type) {
    case 'strong':
      return html`<b>${inlines(token, cite)}</b>`;
    case 'em':
      return html`<em class="em">${inlines(token, cite)}</em>`;
    case 'del':
      return html`<s>${inlines(token, cite)}</s>`;
    case 'codespan':
      return html`<code>${(token as Tokens.Codespan).text}</code>`;
    case 'br':
      return html`<br />`;
    case 'link':
      return inlines(token, cite);
    case 'image':
      return (token as Tokens.Image).text;
    case 'escape':
      return (token as Tokens.Escape).text;
    case 'text':
      return 'tokens' in token && token.tokens ? spans(token.tokens, cite) : cited((token as Tokens.Text).text, cite);
    default:
      return token.raw;
  }
}
