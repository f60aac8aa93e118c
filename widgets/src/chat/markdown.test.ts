import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import { plainWords } from './cited-text.ts';
import { markdown } from './markdown.ts';
import { Sentences } from './sentences.ts';

const drawn = (text: string, options: { isLive?: boolean } = {}) => {
  const stage = document.createElement('div');
  render(html`${markdown(text, (number) => html`<sup>${number}</sup>`, options)}`, stage);
  return stage;
};
const words = (text: string, isLive = true) => drawn(text, { isLive }).textContent?.replace(/\s+/g, ' ').trim();

describe('markdown of an answer', () => {
  it('draws emphasis, lists, code and tables', () => {
    const stage = drawn(
      '# Head\n\n**bold** and *soft* `x`\n\n1. one\n2. two\n\n- a\n\n```\ncode\n```\n\n|a|b|\n|-|-|\n|1|2|',
    );
    expect(stage.querySelectorAll('b').length).to.equal(2);
    expect(stage.querySelectorAll('ol > li').length).to.equal(2);
    expect(stage.querySelector('pre code')?.textContent).to.equal('code');
    expect(stage.querySelectorAll('td').length).to.equal(2);
  });

  it('turns [n] into citations, wherever it stands', () => {
    const stage = drawn('A claim. [1][12]\n\n- **Bold [2]** [3]');
    expect([...stage.querySelectorAll('sup')].map((sup) => sup.textContent)).to.deep.equal(['1', '12', '2', '3']);
  });

  it('shows HTML as the text it is', () => {
    const hostile =
      '<img src=x onerror="alert(1)"> <script>alert(2)</script>\n\n<iframe srcdoc="x"></iframe>\n\n<b onclick=x>y</b>';
    const stage = drawn(hostile);
    expect(stage.querySelector('img, script, iframe, b')).to.equal(null);
    expect(stage.textContent).to.contain('onerror="alert(1)"').and.to.contain('<iframe');
  });

  it('never makes a link or an image, whatever the address', () => {
    const stage = drawn(
      '[click](javascript:alert(1)) ![pixel](https://tracker.example/p.gif) <https://evil.example> [ref][1]\n\n[1]: javascript:alert(2)',
    );
    expect(stage.querySelector('a, img, [href], [src]')).to.equal(null);
    expect(stage.textContent).to.contain('click').and.to.contain('pixel').and.to.contain('https://evil.example');
  });

  it('shows nothing of a mark that a chunk has cut through', () => {
    expect(words('The price [')).to.equal('The price');
    expect(words('The price [1')).to.equal('The price');
    expect(words('The **price')).to.equal('The price');
    expect(words('The **')).to.equal('The');
    expect(drawn('The **price', { isLive: true }).querySelector('b')?.textContent).to.equal('price');
  });

  it('draws the same at the end, however it was cut', () => {
    const text = '**Two** things. [1]\n\n1. “Put it on one page.” [2]\n2. It was `late`.';
    const whole = words(text, false);
    for (let size = 1; size < 9; size += 1) {
      let said = '';
      for (const chunk of text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [])
        drawn((said += chunk), { isLive: true });
      expect(words(said, false)).to.equal(whole);
    }
  });
});

describe('sentences for a screen reader', () => {
  it('come whole and once', () => {
    const sentences = new Sentences();
    expect(sentences.next('It was')).to.equal('');
    expect(sentences.next('It was **late**. [1] And')).to.equal('It was late.');
    expect(sentences.next('It was **late**. [1] And then?')).to.equal('');
    expect(sentences.next('It was **late**. [1] And then?', true)).to.equal('And then?');
  });

  it('are words without marks', () => {
    expect(plainWords('**Bold** and `code` [12]')).to.equal('Bold and code');
  });
});
