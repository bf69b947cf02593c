import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseProject, projectFile } from '../src/knowledge/project.ts'
import { KIND_OF_NOTE } from '../src/model/note-kinds.ts'
import { GOODS } from '../src/model/register.ts'
import { meaningOf } from '../src/read/table/columns/heading.ts'
import { MAPPABLE } from '../src/read/table/columns/mapping.ts'
import { ROOT, temporary } from './support/cli.ts'
import { play, steps } from './support/console.ts'

const pages = ['README.md', ...globSync('docs/**/*.md', { cwd: ROOT })]

describe('every console block of the documentation shows what the tool prints', () => {
  const blocks = pages.flatMap((page) =>
    [...readFileSync(join(ROOT, page), 'utf8').matchAll(/^```console\n([\s\S]*?)^```/gm)].map(([, text]) => ({ page, text: text! })),
  )
  it('there are such blocks', () => expect(blocks.length).toBeGreaterThan(3))
  it.each([...Map.groupBy(blocks, ({ page }) => page)])('%s', (_, own) => {
    const folder = temporary()
    for (const { text } of own) {
      const scenario = steps(text)
      const shown = play(scenario, folder)
      scenario.forEach((step, i) => expect(`$ ${step.command}\n${shown[i]}`).toMatch(pattern(`$ ${step.command}\n${step.shown}`)))
    }
  })
})

it('every link leads to a page that is there, and that the package holds', () => {
  const { files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { files: string[] }
  const packed = (path: string) => ['README.md', 'LICENSE', ...files].some((one) => path === one || path.startsWith(`${one}/`))
  for (const page of pages) {
    const text = readFileSync(join(ROOT, page), 'utf8').replace(/```[\s\S]*?```/g, '')
    for (const [, target] of text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)) {
      const path = join(dirname(page), target!)
      expect([page, target, existsSync(join(ROOT, path)), packed(path)]).toEqual([page, target, true, true])
    }
  }
})

it('every link leads to a heading that is there', () => {
  const anchors = (page: string) =>
    [
      ...readFileSync(join(ROOT, page), 'utf8')
        .replace(/```[\s\S]*?```/g, '')
        .matchAll(/^#+ (.+)$/gm),
    ].map(
      ([, heading]) =>
      heading!.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-'), // prettier-ignore
    )
  for (const page of pages) {
    const text = readFileSync(join(ROOT, page), 'utf8').replace(/```[\s\S]*?```/g, '')
    for (const [, target, anchor] of text.matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)#([^)\s]+)\)/g))
      expect([page, target, anchors(target === '' ? page : join(dirname(page), target!))]).toEqual([
        page,
        target,
        expect.arrayContaining([anchor]),
      ])
  }
})

it('every kind of note is named on a page', () => {
  const words = pages.map((page) => readFileSync(join(ROOT, page), 'utf8')).join('\n')
  expect([...KIND_OF_NOTE.keys()].filter((id) => !words.includes(`\`${id}\``))).toEqual([])
})

it.each(pages.filter((page) => page !== 'README.md'))('%s says first for whom it is', (page) => {
  expect(readFileSync(join(ROOT, page), 'utf8')).toMatch(/^# .+\n\n\*For .+\*\n\n/)
})

it('the pages of lists name every field of the mapping file, and headings that are understood as it', () => {
  const rows = (page: string) => [...readFileSync(join(ROOT, page), 'utf8').matchAll(/^\| ([^|]+) \| (.+) \|$/gm)]
  const names = (cell: string) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name!)
  const fieldsOnly = (cell: string) => /^(`\w+` ?)+$/.test(cell)
  const mapped = rows('docs/formats-csv.md').filter(([, , cell]) => fieldsOnly(cell!))
  expect(mapped.flatMap(([, , cell]) => names(cell!)).sort()).toEqual([...MAPPABLE].sort())

  const fields = rows('docs/lists-columns.md').filter(([, cell]) => fieldsOnly(cell!))
  expect(fields.flatMap(([, cell]) => names(cell!)).sort()).toEqual([...MAPPABLE].sort())
  const shown = fields.flatMap(([, cell, headings]) =>
    headings!
      .replace(/ \((?:[^()]|\([^()]*\))*\)/g, '')
      .split(' · ')
      .flatMap((part, i) => part.split(', ').map((heading) => ({ heading, field: names(cell!)[i] }))),
  )
  expect(shown.map(({ heading }) => ({ heading, field: meaningOf(heading)?.field }))).toEqual(shown)
})

it('the page of rules names every kind of goods', () => {
  const named = /^Kinds of goods \(`goods`\): (.*)$/m.exec(readFileSync(join(ROOT, 'docs/rules.md'), 'utf8'))![1]!
  expect([...named.matchAll(/`([^`]+)`/g)].map(([, goods]) => goods)).toEqual([...GOODS])
})

it('the page of the project file tells every key, and its example is one', () => {
  const page = readFileSync(join(ROOT, 'docs/project.md'), 'utf8')
  const [, example] = /```yaml\n([\s\S]*?)```/.exec(page)!
  expect(parseProject(example!, 'eigenstand.yaml')).toMatchObject({ id: 'wohngeld-online', set: 'strict' })
  const inner = Object.keys((projectFile.shape.project as unknown as { unwrap(): { shape: object } }).unwrap().shape)
  const keys = Object.keys(projectFile.shape).flatMap((key) => (key === 'project' ? inner.map((one) => `project.${one}`) : [key]))
  expect([...page.matchAll(/^\| `([\w.]+)` \|/gm)].map(([, key]) => key).sort()).toEqual(keys.sort())
})

/** `…` alone on a line stands for any lines, at the end of one for its rest. */
function pattern(text: string): RegExp {
  const quoted = text
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\n…(?=\n|$)/g, '(\\n[\\s\\S]*)?')
    .replace(/ …(?=\n|$)/g, ' .*(\\n[\\s\\S]*)?')
  return new RegExp(`^${quoted}\\s*$`)
}
