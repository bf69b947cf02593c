import { baselineFlag } from './baseline.ts'
import { auditFlags } from './flags.ts'
import { Args } from './oclif.ts'

const { db: _db, format: _format, output: _output, report: _report, 'no-store': _store, 'keep-going': _keep, ...inputFlags } = auditFlags

/** Flags of the commands that draw a baseline from inputs: those of an audit that writes no report and stores nothing. */
export const drawFlags = { ...inputFlags, baseline: baselineFlag }
export const drawArgs = {
  input: Args.string({ description: 'Dateien, „-“ für stdin · files, "-" for stdin', required: true, ignoreStdin: true }),
}
