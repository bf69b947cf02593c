// Writes docs/audit.schema.json from the types of src/model. Run: node tools/audit-schema.mjs
// It knows what the model uses and throws on anything else, so that the schema never says less than the types.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import ts from 'typescript'

const root = fileURLToPath(new URL('..', import.meta.url))
export const SCHEMA_FILE = `${root}docs/audit.schema.json`
const OPTIONS = {
  strict: true,
  exactOptionalPropertyTypes: true,
  module: ts.ModuleKind.NodeNext,
  allowImportingTsExtensions: true,
  noEmit: true,
  types: [],
}

/** The JSON Schema of the interface `Audit`, as the text of the published file. */
export async function auditSchema() {
  const program = ts.createProgram([`${root}src/model/audit.ts`], OPTIONS)
  const file = program.getSourceFile(`${root}src/model/audit.ts`)
  const checker = program.getTypeChecker()
  const audit = checker.getExportsOfModule(checker.getSymbolAtLocation(file)).find((symbol) => symbol.name === 'Audit')
  const walker = new Walker(checker)
  const schema = walker.object(checker.getDeclaredTypeOfSymbol(audit))
  const text = JSON.stringify({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:eigenstand:audit:1',
    title: 'eigenstand/audit/1',
    description: documentation(audit, checker),
    ...schema,
    $defs: Object.fromEntries([...walker.definitions].sort(([a], [b]) => (a < b ? -1 : 1))),
  })
  return format(text, { ...(await resolveConfig(SCHEMA_FILE)), parser: 'json' })
}

class Walker {
  definitions = new Map()
  types = new Map()

  constructor(checker) {
    this.checker = checker
  }

  /** Schema of any type; named interfaces become references. */
  schema(type) {
    const { checker } = this
    const flags = type.flags
    if (flags & ts.TypeFlags.Unknown) return {}
    if (flags & ts.TypeFlags.Null) return { type: 'null' }
    if (flags & ts.TypeFlags.StringLiteral || flags & ts.TypeFlags.NumberLiteral) return { const: type.value }
    if (flags & ts.TypeFlags.BooleanLiteral) return { const: checker.typeToString(type) === 'true' }
    if (flags & ts.TypeFlags.String) return { type: 'string' }
    if (flags & ts.TypeFlags.Number) return { type: 'number' }
    if (flags & ts.TypeFlags.Boolean) return { type: 'boolean' }
    if (type.isUnion()) return this.union(type.types)
    if (checker.isTupleType(type)) return this.tuple(checker.getTypeArguments(type))
    if (checker.isArrayType(type)) return { type: 'array', items: this.schema(checker.getTypeArguments(type)[0]) }
    if (flags & ts.TypeFlags.Object || type.isIntersection()) return this.named(type)
    throw new Error(`audit-schema: no rule for the type ${checker.typeToString(type)}`)
  }

  union(types) {
    // the compiler's order of a union depends on what it met before
    if (types.every((type) => type.isStringLiteral())) return { enum: types.map((type) => type.value).sort() }
    const [yes, no] = [true, false].map((value) => types.find((type) => this.checker.typeToString(type) === String(value)))
    const both = yes !== undefined && no !== undefined
    const rest = both ? types.filter((type) => type !== yes && type !== no) : types
    const parts = [...rest.map((type) => this.schema(type)), ...(both ? [{ type: 'boolean' }] : [])]
    if (parts.length === 1) return parts[0]
    return { anyOf: parts.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) }
  }

  tuple(parts) {
    return { type: 'array', prefixItems: parts.map((part) => this.schema(part)), minItems: parts.length, maxItems: parts.length }
  }

  /** An interface or a named type once, under its name; a type without a name where it stands. */
  named(type) {
    const symbol = type.aliasTypeArguments === undefined && type.aliasSymbol ? type.aliasSymbol : type.symbol
    if (symbol === undefined || symbol.name.startsWith('__') || GENERIC.has(symbol.name)) return this.object(type)
    const known = this.types.get(symbol.name)
    if (known !== undefined && known !== type) throw new Error(`audit-schema: two types are called ${symbol.name}`)
    if (known === undefined) {
      this.types.set(symbol.name, type) // before its parts: a type may contain itself
      this.definitions.set(symbol.name, { ...described(symbol, this.checker), ...this.object(type) })
    }
    return { $ref: `#/$defs/${symbol.name}` }
  }

  object(type) {
    const { checker } = this
    if (checker.getSignaturesOfType(type, ts.SignatureKind.Call).length > 0) throw new Error('audit-schema: a function is no data')
    const index = checker.getIndexInfoOfType(type, ts.IndexKind.String)
    const properties = checker.getPropertiesOfType(type)
    if (index !== undefined && properties.length === 0) return { type: 'object', additionalProperties: this.schema(index.type) }
    if (index !== undefined) throw new Error(`audit-schema: ${checker.typeToString(type)} has both keys and an index`)
    return {
      type: 'object',
      properties: Object.fromEntries(properties.map((property) => [property.name, this.property(property)])),
      ...required(properties),
    }
  }

  property(property) {
    const type = this.checker.getTypeOfSymbol(property)
    const parts = (type.isUnion() ? type.types : [type]).filter((part) => !isOptional(property) || !(part.flags & ts.TypeFlags.Undefined))
    return { ...described(property, this.checker), ...(parts.length === 1 ? this.schema(parts[0]) : this.union(parts)) }
  }
}

/** Helpers of the language: what they make has no name of its own. */
const GENERIC = new Set(['Record', 'Partial', 'Readonly', 'Pick', 'Omit'])

const isOptional = (property) => (property.flags & ts.SymbolFlags.Optional) !== 0

function required(properties) {
  const names = properties.filter((property) => !isOptional(property)).map((property) => property.name)
  return names.length === 0 ? {} : { required: names }
}

const documentation = (symbol, checker) => ts.displayPartsToString(symbol.getDocumentationComment(checker)).replaceAll(/\s+/g, ' ')

function described(symbol, checker) {
  const text = documentation(symbol, checker)
  return text === '' ? {} : { description: text }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(SCHEMA_FILE, await auditSchema())
