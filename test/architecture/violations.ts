import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import ts from 'typescript'
import { IMPORTS, LENGTH_LAW, MAX_LINES, TEXTS } from './laws.ts'

/** A law, and the files that break it. */
export type Violation = readonly [law: string, where: string]

/** Everything below `root` (with `src/` and perhaps `templates/` in it) that breaks a law. */
export async function violations(root: string): Promise<Violation[]> {
  return [...(await imports(root)), ...texts(root)]
}

async function imports(root: string): Promise<Violation[]> {
  const { output } = await cruise(
    ['src'],
    // types count: a stage that needs another one's types is not apart from it
    { baseDir: root, validate: true, ruleSet: { forbidden: [...IMPORTS] }, tsPreCompilationDeps: true, doNotFollow: 'node_modules' },
    { extensions: ['.ts', '.js', '.json'] },
  )
  const { summary } = output as ICruiseResult
  return summary.violations.map(({ rule, from, to }) => [rule.name, `${from} → ${to}`])
}

function texts(root: string): Violation[] {
  const found: Violation[] = []
  for (const file of globSync('{src,templates}/**/*.{ts,hbs}', { cwd: root })) {
    const text = readFileSync(join(root, file), 'utf8')
    const code = file.endsWith('.ts') ? codeOf(text) : text
    for (const { name, pattern, of, except } of TEXTS) {
      const match = of.test(file) && !except?.test(file) ? pattern.exec(code) : null
      if (match !== null) found.push([name, `${file}: ${match[0]}`])
    }
    const lines = text.trimEnd().split('\n').length
    if (file.startsWith('src/') && lines > MAX_LINES) found.push([LENGTH_LAW, `${file}: ${lines} lines`])
  }
  return found
}

/** The code without comments and types. */
const codeOf = (text: string): string =>
  ts.transpileModule(text, { compilerOptions: { removeComments: true, target: ts.ScriptTarget.ESNext, verbatimModuleSyntax: true } })
    .outputText
