import { cyclonedxJson } from './cyclonedx/json.ts'
import type { Formats } from './inputs.ts'
import { spdxJson } from './spdx2/json.ts'
import { spdx3Json } from './spdx3/json.ts'

const READERS = [cyclonedxJson, spdxJson, spdx3Json]

/** SBOMs in JSON: what most runs read, and all that they need to load. Whatever else it is, `OtherFormat` says no more than that. */
export const JSON_FORMATS: Formats = {
  readerOf: (head) => READERS.find((reader) => reader.recognise(head)) ?? other(),
  contained: (_, head) => (/^\uFEFF?\s*[{[]/.test(head.text) ? undefined : other()),
  refuse: () => other(),
}

/** Thrown at what only the readers of all formats can read, or refuse with a reason. */
export class OtherFormat extends Error {}

function other(): never {
  throw new OtherFormat()
}
