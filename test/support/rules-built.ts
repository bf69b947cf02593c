import { changedAt, newestChange } from '../../src/files.ts'

/** Nothing below a folder is left out. */
const NONE = ''
/** Says to the tests that what the build froze is newer than rules and code: found out once, as it asks each of ten thousand files. */
export const RULES_BUILT = 'EIGENSTAND_TEST_RULES_BUILT'

export default function setup(): void {
  const built = changedAt('dist/rules/rules.json')
  process.env[RULES_BUILT] = String(['rules', 'src'].every((folder) => newestChange(folder, NONE) < built))
}
