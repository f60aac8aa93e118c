import { PermissionError, type BrandView } from '@callvault/sdk';
import { expect } from '@open-wc/testing';
import { css, html } from 'lit';
import { autoload } from '../autoload.ts';
import { base } from '../core/base.styles.ts';
import { define } from '../core/define.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { fakeVault, plainBrand } from '../testing/fake-vault.ts';
import { fixture, settled, until } from '../testing/fixture.ts';
import { expectConsole } from '../testing/watch-page.ts';

class Probe extends CallVaultElement {
  static override readonly tag = 'cv-probe';
  static override styles = [base, css``];
  readonly t = translator(this, 'probe', { hello: 'Hello {name}' });
  ended: AbortSignal[] = [];

  override connectedCallback() {
    super.connectedCallback();
    this.ended.push(this.lifetime);
  }

  override render() {
    return html`<p>${this.t('hello', { name: 'Maya' })} ${this.i18n.number(1284.5)}</p>`;
  }
}
define(Probe);

const mount = (brand: Partial<BrandView> = {}, options: Parameters<typeof fixture>[1] = {}) =>
  fixture<Probe>(html`<cv-probe></cv-probe>`, {
    vault: fakeVault({ brand: { retrieve: () => Promise.resolve({ ...plainBrand, ...brand }) } }),
    ...options,
  });
const role = (element: Element, name: string) => getComputedStyle(element).getPropertyValue(name).trim();
const green = {
  inputs: { '--cv-brand': '#1f4a38', '--cv-radius': '4px' },
  theme: { light: { '--cv-accent': '#1f4a38' }, dark: { '--cv-accent': '#436e5a' } },
};

/** The colour that a role comes out as, in the scheme of its place. */
function painted(element: Element, name: string): string {
  const root = element.shadowRoot ?? element;
  const swatch = document.createElement('i');
  swatch.style.setProperty('color', `var(${name})`);
  root.append(swatch);
  const { color } = getComputedStyle(swatch);
  swatch.remove();
  return color;
}

describe('cv-app', () => {
  it('hands its API client and its language to the widgets inside', async () => {
    const vault = fakeVault();
    const probe = await mount({}, { vault, locale: 'de', messages: { 'probe.hello': 'Hallo {name}' } });
    expect(probe.vault).to.equal(vault);
    expect(probe.renderRoot.textContent?.trim()).to.equal('Hallo Maya 1.284,5');
  });

  it('changes the language of what is drawn', async () => {
    const probe = await mount();
    const app = probe.closest('cv-app');
    if (app) app.locale = 'de';
    await settled(probe);
    expect(probe.renderRoot.textContent).to.contain('1.284,5');
  });

  it('puts on the brand of the tenant, in both schemes', async () => {
    const light = await mount(green);
    const dark = await mount(green, { scheme: 'dark' });
    expect(painted(light, '--cv-accent')).to.equal('rgb(31, 74, 56)');
    expect(painted(dark, '--cv-accent')).to.equal('rgb(67, 110, 90)');
    expect(role(light, '--cv-radius')).to.equal('4px');
  });

  it('hides text until the brand is there, but not for ever', async () => {
    const never = fakeVault({ brand: { retrieve: () => new Promise<BrandView>(() => undefined) } });
    const probe = await mount({}, { vault: never });
    expect(getComputedStyle(probe).visibility).to.equal('hidden');
    await until(() => getComputedStyle(probe).visibility === 'visible', 'the default look');
  });

  it('lets the page have its own brand, and override a role', async () => {
    const probe = await mount(green);
    const app = probe.closest('cv-app');
    if (!app) throw new Error('There is no cv-app.');
    const stage = app.parentElement;
    stage?.style.setProperty('--cv-brand', '#7a3cff');
    app.scheme = 'dark';
    app.scheme = 'light';
    app.vault = fakeVault({ brand: { retrieve: () => Promise.resolve({ ...plainBrand, ...green }) } });
    await settled(probe);
    expect(painted(probe, '--cv-accent')).to.not.equal('rgb(31, 74, 56)');
    app.style.setProperty('--cv-accent', 'rgb(1, 2, 3)');
    expect(painted(probe, '--cv-accent')).to.equal('rgb(1, 2, 3)');
  });

  it('takes nothing but values from the brand', async () => {
    const probe = await mount({ inputs: { '--cv-radius': '4px; } * { display: none', position: 'fixed' } });
    const app = probe.closest('cv-app');
    expect(app && getComputedStyle(app).position).to.equal('static');
    expect(getComputedStyle(probe).display).to.equal('block');
  });

  it('shows the widgets in the default look and tells the host when the brand does not load', async () => {
    const codes: string[] = [];
    const note = ({ detail }: CustomEvent<{ code: string }>) => codes.push(detail.code);
    document.body.addEventListener('cv-error', note);
    const refused = new PermissionError('Origin not allowed.', { code: 'origin_not_allowed', status: 403 });
    const probe = await mount({}, { vault: fakeVault({ brand: { retrieve: () => Promise.reject(refused) } }) });
    document.body.removeEventListener('cv-error', note);
    expect(codes).to.deep.equal(['origin_not_allowed']);
    expect(getComputedStyle(probe).visibility).to.equal('visible');
  });

  it('keeps two tenants on one page apart', async () => {
    const [one, other] = [await mount(green), await mount()];
    expect(one.vault).to.not.equal(other.vault);
    expect(painted(one, '--cv-accent')).to.not.equal(painted(other, '--cv-accent'));
  });

  it('says so when a secret key is on the page', async () => {
    expectConsole(/secret key is on this page|404/);
    const app = document.createElement('cv-app');
    app.publishableKey = 'sk_live_1';
    app.baseUrl = location.origin;
    document.body.append(app);
    await app.updateComplete;
    app.remove();
  });
});

describe('every element', () => {
  it('ends what it started when it leaves, and starts anew when it comes back', async () => {
    const probe = await mount();
    const parent = probe.parentElement;
    probe.remove();
    parent?.append(probe);
    expect(probe.ended.map(({ aborted }) => aborted)).to.deep.equal([true, false]);
  });

  it('takes its font from the page and nothing else', async () => {
    const probe = await mount();
    const stage = probe.closest('main');
    stage?.style.setProperty('font-family', 'Courier New');
    stage?.style.setProperty('text-transform', 'uppercase');
    stage?.style.setProperty('line-height', '3');
    const style = getComputedStyle(probe);
    expect(style.fontFamily).to.contain('Courier New');
    expect(style.textTransform).to.equal('none');
    expect(style.lineHeight).to.equal('20px');
  });

  it('may be defined twice; another version is named once in the console', () => {
    define(Probe);
    expectConsole(/Two versions.*0\.1\.0.*9\.9\.9/);
    define(class extends CallVaultElement {
      static override readonly tag = 'cv-probe';
      static override readonly version = '9.9.9';
    });
    expect(customElements.get('cv-probe')).to.equal(Probe);
  });

  it('is loaded when its tag appears', async () => {
    const stage = document.createElement('div');
    document.body.append(stage);
    const stop = autoload(stage);
    stage.append(document.createElement('cv-call-library'));
    await until(() => customElements.get('cv-call-library'), 'the widget', 8000);
    stop();
    stage.remove();
  });
});
