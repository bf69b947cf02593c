/** The parts of SARIF 2.1.0 that GitHub code scanning requires, with its limits; nothing else is let through. */
const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength, pattern: '\\S' })
const message = { type: 'object', required: ['text'], additionalProperties: false, properties: { text: text(1000) } }
const position = { type: 'integer', minimum: 1 }
const level = { enum: ['none', 'note', 'warning', 'error'] }
const object = (properties: Readonly<Record<string, object>>, optional: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
})
const list = (items: object, maxItems: number, minItems = 0) => ({ type: 'array', items, maxItems, minItems })

const rule = object({
  id: text(255),
  name: text(255),
  shortDescription: message,
  fullDescription: message,
  help: message,
  defaultConfiguration: object({ level }),
  properties: object({
    tags: { ...list({ enum: ['sovereignty', 'license'] }, 10, 1), uniqueItems: true },
    'problem.severity': { enum: ['error', 'warning', 'recommendation'] },
  }),
})

const location = object(
  {
    physicalLocation: object({
      artifactLocation: object({ uri: { type: 'string', pattern: '^(?!\\.\\.?(/|$))[A-Za-z0-9._~%-]+(/[A-Za-z0-9._~%-]+)*$' } }),
      region: object({ startLine: position, startColumn: position, endLine: position, endColumn: position }),
    }),
    logicalLocations: list(object({ fullyQualifiedName: text(255) }), 1, 1),
  },
  ['logicalLocations'],
)

const result = object(
  {
    ruleId: text(255),
    ruleIndex: { type: 'integer', minimum: 0 },
    level,
    message,
    locations: list(location, 1, 1),
    partialFingerprints: object({ primaryLocationLineHash: text(4000) }),
    properties: object({ number: text(20), severity: text(20), status: text(20), subject: text(255) }),
    suppressions: list(object({ kind: { const: 'external' }, status: { const: 'accepted' }, justification: text(1000) }), 1, 1),
  },
  ['suppressions'],
)

export const SARIF_SCHEMA = object({
  $schema: { const: 'https://json.schemastore.org/sarif-2.1.0.json' },
  version: { const: '2.1.0' },
  runs: list(
    object({
      tool: object({ driver: object({ name: text(255), version: text(255), rules: list(rule, 25_000) }) }),
      automationDetails: object({ id: { type: 'string', pattern: '^eigenstand/[^/]+/$' } }),
      columnKind: { const: 'utf16CodeUnits' },
      invocations: list(
        object({ executionSuccessful: { type: 'boolean' }, toolExecutionNotifications: list(object({ level, message }), 100) }),
        1,
        1,
      ),
      results: list(result, 25_000),
    }),
    1,
    1,
  ),
})
