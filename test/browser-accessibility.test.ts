import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Audit } from '../src/model/audit.ts'
import { LANGUAGES } from '../src/model/words.ts'
import { axeViolations, hasChromium, house, ownViolations, type House } from './support/browser.ts'
import { empty, sample, small } from './support/audit.ts'
import { hostile, huge } from './support/audit-variants.ts'
import { page, pageOf, templates } from './support/page.ts'

const AUDITS: Readonly<Record<string, Audit>> = { sample, empty, small, huge: huge(2500), hostile: hostile('"><b>\u202e{{x}}') }
const OPEN_ALL = `document.querySelectorAll('details').forEach((details) => { details.open = true })`
/** The huge one is looked at in one language: its words are those of the others. */
const VIEWS = Object.keys(AUDITS).flatMap((name) => LANGUAGES.filter((language) => name !== 'huge' || language === 'de').map((language) => ({ name, language }))) // prettier-ignore

describe.skipIf(!hasChromium)('the page in a browser', { timeout: 180_000 }, () => {
  let browser: House
  beforeAll(async () => {
    browser = await house()
  })
  afterAll(() => browser.close())

  it.each(VIEWS)('has no accessibility violation: $name, $language', { timeout: 180_000 }, async ({ name, language }) => {
    const opened = await browser.open(await page(AUDITS[name] ?? sample, { language }), { bypassCSP: true })
    await opened.page.evaluate(OPEN_ALL)
    expect(await ownViolations(opened.page)).toEqual([])
    expect(await axeViolations(opened.page)).toEqual([])
    await opened.close()
  })

  it.each(['dark', 'light'] as const)('has none in its %s colours, nor without script', async (colorScheme) => {
    const opened = await browser.open(await page(sample), { bypassCSP: true, colorScheme })
    expect(await axeViolations(opened.page)).toEqual([])
    await opened.close()
  })

  it('is complete without its script', async () => {
    const opened = await browser.open(await page(sample), { javaScriptEnabled: false })
    expect(await opened.page.locator('table').count()).toBeGreaterThan(25)
    expect(await opened.page.locator('button, input').count()).toBe(0)
    expect(await opened.page.locator('#items-t tbody tr').count()).toBe(sample.items.length)
    await opened.close()
  })

  /** Each mutation of a template must be noticed, else the checks above prove nothing. */
  it.each([
    ['table', ' scope="col"', '', /th without scope=col/],
    ['row', ' scope="row"', '', /th without scope=row/],
    ['table', '<caption id="{{id}}-c">{{caption}}</caption>', '', /table without caption/],
    ['table', ' class="region"', '', /outside a named scroll region/],
    ['findings', '<h3 id="{{id}}-h">{{heading}}</h3>', '<h5 id="{{id}}-h">{{heading}}</h5>', /h5 after h2/],
    ['figure', '<desc id="{{chart.id}}-desc">{{chart.desc}}</desc>', '', /picture without title and values/],
    ['figure', '{{> table table}}', '', /picture without its table/],
    ['line', '{{text}}</a>', 'mehr</a>', /link that does not say where to/],
  ])('would be noticed to lack something: %s %s', async (name, from, to, notice) => {
    const source = templates.partials[name] ?? ''
    expect(source).toContain(from)
    const mutated = { ...templates, partials: { ...templates.partials, [name]: source.replace(from, to) } }
    const opened = await browser.open(await pageOf(mutated, sample))
    expect((await ownViolations(opened.page)).join('\n')).toMatch(notice)
    await opened.close()
  })

  it.each([
    ['sample', sample, 'de'],
    ['sample', sample, 'en'],
    ['hostile', hostile('W'.repeat(120)), 'de'],
    ['empty', empty, 'en'],
  ] as const)('fits 320 px without scrolling sideways, but for its tables: %s %s', async (_, audit, language) => {
    const opened = await browser.open(await page(audit, { language }), { viewport: { width: 320, height: 256 } })
    expect(await opened.page.evaluate('document.documentElement.scrollWidth')).toBe(320)
    const beyond = `Array.from(document.querySelectorAll('.region')).filter((region) => region.getBoundingClientRect().right > 321).length`
    expect(await opened.page.evaluate(beyond)).toBe(0)
    await opened.close()
  })

  it('bears the text spacing of WCAG 1.4.12', async () => {
    const opened = await browser.open(await page(sample), { bypassCSP: true, viewport: { width: 1000, height: 800 } })
    await opened.page.addStyleTag({
      content: '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}',
    })
    const cut = `Array.from(document.querySelectorAll('main :is(.scale li, dd, p, h2, h3)')).filter((one) => one.scrollWidth > one.clientWidth + 1).length`
    expect(await opened.page.evaluate(cut)).toBe(0)
    expect(await opened.page.evaluate('document.documentElement.scrollWidth')).toBe(1000)
    await opened.close()
  })

  it('shows its interval in forced colours too', async () => {
    const opened = await browser.open(await page(sample), { forcedColors: 'active' })
    const looks = ['li:first-child', '.sure', '.possible'].map((step) =>
      opened.page.evaluate<string>(
        `(({ backgroundColor, borderStyle }) => backgroundColor + borderStyle)(getComputedStyle(document.querySelector('.scale ${step}')))`,
      ),
    )
    expect(new Set(await Promise.all(looks)).size).toBe(3)
    await opened.close()
  })
})
