import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './support/cli.ts'
import { bless, play, steps } from './support/console.ts'

describe.each(['console', 'broken'])('fixtures/%s', (folder) => {
  const files = readdirSync(join(ROOT, 'fixtures', folder)).filter((name) => name.endsWith('.console'))
  it.each(files)('%s', (name) => {
    const path = join(ROOT, 'fixtures', folder, name)
    const scenario = steps(readFileSync(path, 'utf8'))
    expect(scenario.length).toBeGreaterThan(0)
    const shown = play(scenario)
    if (process.env['BLESS']) bless(path, scenario, shown)
    else
      expect(scenario.map(({ command }, i) => `$ ${command}\n${shown[i]}`)).toEqual(
        scenario.map((step) => `$ ${step.command}\n${step.shown}`),
      )
  })
})
