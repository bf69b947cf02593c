// Writes src/read/json/tokenizer-wasm.ts from tokenizer.wat. Run: node tools/tokenizer-wasm.mjs
// The outcome is kept, so that nothing but this file needs the assembler; a test holds it against the source.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import wabt from 'wabt'

const folder = fileURLToPath(new URL('../src/read/json/', import.meta.url))
export const TOKENIZER_FILE = `${folder}tokenizer-wasm.ts`

/** The module as the text of the kept file. */
export async function tokenizerModule() {
  const { parseWat } = await wabt()
  const module = parseWat('tokenizer.wat', readFileSync(`${folder}tokenizer.wat`, 'utf8'), { simd: true })
  module.resolveNames()
  module.validate()
  const { buffer } = module.toBinary({})
  module.destroy()
  const lines = Buffer.from(buffer)
    .toString('base64')
    .match(/.{1,120}/g)
  return `// Assembled from tokenizer.wat by tools/tokenizer-wasm.mjs: do not edit.
/** WebAssembly in Base64. */
// prettier-ignore
export const TOKENIZER =
${lines.map((line) => `  '${line}'`).join(' +\n')}
`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(TOKENIZER_FILE, await tokenizerModule())
