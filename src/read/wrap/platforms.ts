import type { Bytes, Head, Limits } from '../../model/ports.ts'
import { memberSpans, type Span } from './spans.ts'

/** Operating system, architecture and perhaps its variant, as `linux/arm/v7`. */
const PLATFORM = /^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/

/** Whether a JSON text is BuildKit's export of an image for several platforms: a member for each, https://docs.docker.com/build/metadata/attestations/sbom/. */
export function hasPlatforms({ json, text }: Head): boolean {
  return json !== undefined && json.size > 0 && [...json.keys()].every((name) => PLATFORM.test(name)) && /"SPDX"\s*:/.test(text)
}

/** What is said of each platform. */
export function platformSpans(bytes: Bytes, { json }: Head, limits: Limits): Span[] {
  return [...memberSpans(bytes, limits, [...json!.keys()]).values()]
}
