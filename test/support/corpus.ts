import { existsSync } from 'node:fs'

const folder = process.env['EIGENSTAND_CORPUS']

/** The folder of real files, or `undefined`: tests that need it are then skipped, visibly. */
export const CORPUS = folder !== undefined && existsSync(folder) ? folder : undefined
