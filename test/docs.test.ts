import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
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

/** `…` alone on a line stands for any lines, at the end of one for its rest. */
function pattern(text: string): RegExp {
  const quoted = text
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\n…(?=\n|$)/g, '(\\n[\\s\\S]*)?')
    .replace(/ …(?=\n|$)/g, ' .*(\\n[\\s\\S]*)?')
  return new RegExp(`^${quoted}\\s*$`)
}
