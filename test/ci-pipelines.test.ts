import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ROOT, temporary } from './support/cli.ts'

const SBOM = 'fixtures/rosetta/bom.cdx.json'
const pipeline = (name: string) => parse(readFileSync(join(ROOT, 'fixtures/ci', name), 'utf8'))

interface Ran {
  readonly code: number
  /** Steps that failed after another had. */
  readonly failed: readonly string[]
  readonly folder: string
  readonly read: (file: string) => string
  readonly files: readonly string[]
}

interface Step {
  readonly script: string
  /** Runs after a failure, too. */
  readonly always: boolean
  /** Runs only where this file is. */
  readonly needs?: string | undefined
}

/** Runs shell steps as a runner does: stop at the first failure, but for what runs always. */
function run(steps: readonly Step[], sbom: string | undefined, variables: Readonly<Record<string, string>>): Ran {
  const folder = temporary()
  const tools = join(folder, '.tools')
  mkdirSync(tools)
  writeFileSync(join(tools, 'eigenstand'), `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, 'bin/run.js')}" "$@"\n`, { mode: 0o755 })
  if (sbom !== undefined) writeFileSync(join(folder, 'bom.cdx.json'), sbom)
  const env = {
    ...variables,
    PATH: [tools, process.env['PATH']].join(delimiter),
    HOME: folder,
    LANG: 'C.UTF-8',
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
  }
  let code = 0
  const failed: string[] = []
  for (const { script, always, needs } of steps) {
    if ((code !== 0 && !always) || (needs !== undefined && !existsSync(join(folder, needs)))) continue
    const { status } = spawnSync('bash', ['-eo', 'pipefail', '-c', script], { cwd: folder, env })
    if (code === 0) code = status ?? -1
    else if (status !== 0) failed.push(script)
  }
  return {
    code,
    failed,
    folder,
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    files: readdirSync(folder).filter((name) => name !== '.tools'),
  }
}

/** The file that a step asks for in its condition. */
const fileOf = (condition = '') => /hashFiles\('([^']+)'\) != ''$/.exec(condition)?.[1]
const rosetta = readFileSync(join(ROOT, SBOM), 'utf8')
const bom = (components: readonly object[]) => JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components })
const FREE = bom([{ type: 'library', name: 'slf4j-api', group: 'org.slf4j', version: '2.0.16', purl: 'pkg:maven/org.slf4j/slf4j-api@2.0.16', licenses: [{ license: { id: 'MIT' } }] }]) // prettier-ignore

describe('the GitLab pipeline', () => {
  const { eigenstand: job, variables } = pipeline('gitlab.yml')
  const steps = [{ script: (job.script as string[]).join('\n'), always: false }]
  const promised = [...job.artifacts.paths, ...Object.values(job.artifacts.reports)] as string[]

  it('fails a project with proprietary parts and leaves every artefact it promises', () => {
    const { code, files, read } = run(steps, rosetta, variables)
    expect(code).toBe(1)
    expect(files).toEqual(expect.arrayContaining(promised))
    const findings = JSON.parse(read(job.artifacts.reports.codequality)) as {
      location: { path: string; lines: { begin: number } }
      description: string
      severity: string
    }[]
    const oracle = findings.find(({ description }) => description.includes('ojdbc11'))
    const line = rosetta.slice(0, rosetta.indexOf('"name": "ojdbc11"')).split('\n').length
    expect(oracle?.location.path).toBe('bom.cdx.json')
    expect(Math.abs(oracle!.location.lines.begin - line)).toBeLessThan(6)
    const junit = read(job.artifacts.reports.junit)
    const hints = findings.filter(({ severity }) => severity === 'info').length
    expect(hints).toBeGreaterThan(0)
    expect([junit.match(/<failure /g)?.length, junit.match(/<skipped /g)?.length]).toEqual([findings.length - hints, hints])
    expect(read('pruefbericht.html')).toContain('ojdbc11')
  })
  it('passes a project of open parts', () => expect(run(steps, FREE, variables).code).toBe(0))
  it('turns yellow where there is nothing to assess', () => {
    const { code } = run(steps, bom([]), variables)
    expect(code).toBe(5)
    expect(job.allow_failure.exit_codes).toEqual([code])
  })
  it('leaves nothing behind where the SBOM is missing', () => {
    const { code, files } = run(steps, undefined, variables)
    expect(code).toBe(3)
    expect(files.filter((name) => promised.includes(name))).toEqual([])
  })
})

describe('the GitHub workflow', () => {
  const { jobs, env } = pipeline('github.yml')
  const all = jobs.check.steps as { run?: string; if?: string; uses?: string; with?: Record<string, string> }[]
  const steps = all.flatMap(({ run: script, if: condition }) =>
    script === undefined ? [] : [{ script, always: condition?.startsWith('always()') === true, needs: fileOf(condition) }],
  )

  it('fails, writes the job summary all the same, and has what it uploads', () => {
    const { code, files, read } = run(steps, rosetta, env)
    expect(code).toBe(1)
    expect(read('summary.md')).toMatch(/^## Prüfbericht wohngeld-online, .*\n[\s\S]*\| F-01 \| /)
    expect(read('summary.md')).toBe(read('eigenstand.md'))
    const uploads = all
      .flatMap(({ with: options }) => [options?.['sarif_file'], ...(options?.['path']?.trim().split('\n') ?? [])])
      .filter((file) => file !== undefined)
    expect(uploads).toHaveLength(3)
    expect(files).toEqual(expect.arrayContaining(uploads))
    const { runs } = JSON.parse(read('eigenstand.sarif'))
    expect(runs[0].results.length).toBeGreaterThan(5)
  })
  it('passes a project of open parts', () => expect(run(steps, FREE, env).code).toBe(0))
  it('without an SBOM fails once: nothing asks for files that were not written', () => {
    expect(run(steps, undefined, env)).toMatchObject({ code: 3, failed: [] })
    for (const { if: condition, uses, with: options } of all)
      if (condition !== undefined) expect([uses, Object.values(options ?? { path: 'eigenstand.md' }).join()]).toEqual([uses, expect.stringContaining(fileOf(condition)!)]) // prettier-ignore
  })
})
