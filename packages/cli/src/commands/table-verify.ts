import type { Certificate } from '@kantelpunt/disclosure'
import type { Command } from '../command.ts'
import { badInput, readWhole } from '../tables/open-tables.ts'
import { originalCounts } from '../tables/original-counts.ts'
import { readTableOptions, tableHelp } from '../tables/table-options.ts'
import { asPublished, prepareTables } from '../tables/with-whole.ts'

const sentences = {
  'another-table': 'the certificate is of another table.',
  'wrong-length': 'a possible table of the certificate has another number of suppressed cells.',
  'too-low': 'a possible table of the certificate has a count that is too low.',
  'does-not-add-up': 'a possible table of the certificate does not add up.',
  'claims-too-much': 'the certificate claims wider intervals than it proves.',
  'weaker-rule':
    'the certificate is of a weaker rule, or against a weaker attacker, than --threshold, --width and --zeros-known ask for.',
  'not-the-true-table': 'a published count differs from the original.',
  'small-count': 'a small count is published, or not proven to be protected.',
}

/** `kantelpunt table verify`: checks a certificate by adding up, without the solver that made it. */
export const tableVerify: Command = {
  name: 'table verify',
  usage: 'CERTIFICATE FILE --dimensions a,b[,c] --count n [--original FILE]',
  summary: 'Checks the certificate of a protected table, without trusting who made it.',
  help: `
Takes the certificate, and the published table in long form.
${tableHelp}
  --of NAME               as in kantelpunt table protect
  --original FILE         the same table with all counts: then every small count must be proven; without it, every
                          suppressed count that the margins alone do not show to be large, or zero

Exit 2 where the certificate proves less than that, or is of a rule that is weaker than --threshold and --width.
`,
  run: async (args) => {
    const options = readTableOptions(args)
    if (typeof options === 'string') return badInput(options)
    const [own] = options.files
    const [path] = options.others
    if (own === undefined || path === undefined || options.others.length > 1)
      return badInput('Name the certificate and then the file with the table.')
    const bytes = await readWhole(own.path)
    if ('kind' in bytes) return bytes
    const certificate = readCertificate(bytes)
    if (certificate === undefined) return badInput(`${own.path}: this is no certificate of a table.`)
    const files = [{ ...own, path }, ...options.files.slice(1)]
    const prepared = await prepareTables({ ...options, files }, 'x')
    if ('kind' in prepared) return prepared
    const { sameCellsOf, verifyCertificate, namesOf } = await import('@kantelpunt/disclosure')
    const tables = asPublished(prepared)
    const truth = await originalCounts(options, path, tables)
    if (truth !== undefined && 'kind' in truth) return truth
    const same = sameCellsOf(tables.map(({ dimensions }) => dimensions))
    const verdict = await verifyCertificate(certificate, tables, same, truth, options)
    if (!verdict.ok) {
      const cell = 'cell' in verdict ? namesOf(tables[verdict.table]?.dimensions ?? [], verdict.cell) : undefined
      return {
        kind: 'no-answer',
        message: `${own.path}: ${sentences[verdict.reason]}`,
        answer: { verified: false, reason: verdict.reason, ...(cell === undefined ? {} : { cell }) },
      }
    }
    const { proven, suppressed, unproven, minimalWidth } = verdict
    const open = truth === undefined ? unproven : []
    const answer = {
      verified: open.length === 0,
      rule: certificate.rule,
      proven,
      suppressed,
      couldBeSmallAndUnproven: open.map(({ table, cell }) => namesOf(tables[table]?.dimensions ?? [], cell)),
      minimalWidth: Number.isFinite(minimalWidth) ? minimalWidth : null,
    }
    if (open.length === 0) return { kind: 'done', answer }
    const cells = open.length === 1 ? 'a suppressed cell' : `${open.length} suppressed cells`
    return {
      kind: 'no-answer',
      message: `${own.path}: ${cells} could be small and ${open.length === 1 ? 'is' : 'are'} not proven to be protected; --original decides whether that matters.`,
      answer,
    }
  },
}

/** A certificate from its text; undefined where it isn't one. */
function readCertificate(bytes: Uint8Array): Certificate | undefined {
  let read: unknown
  try {
    read = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
  return isCertificate(read) ? read : undefined
}

function isCertificate(read: unknown): read is Certificate {
  if (typeof read !== 'object' || read === null) return false
  if (!('form' in read) || read.form !== 'kantelpunt-table-certificate/1') return false
  if (!('hash' in read && 'rule' in read && 'possibleTables' in read && 'minimalWidth' in read && 'attacker' in read))
    return false
  const { rule, possibleTables, minimalWidth, hash, attacker } = read
  return (
    typeof hash === 'string' &&
    (minimalWidth === null || typeof minimalWidth === 'number') &&
    typeof attacker === 'object' &&
    attacker !== null &&
    'leastSuppressed' in attacker &&
    (attacker.leastSuppressed === 0 || attacker.leastSuppressed === 1) &&
    typeof rule === 'object' &&
    rule !== null &&
    'threshold' in rule &&
    typeof rule.threshold === 'number' &&
    'width' in rule &&
    typeof rule.width === 'number' &&
    Array.isArray(possibleTables) &&
    possibleTables.every((table) => Array.isArray(table) && table.every((value) => typeof value === 'number'))
  )
}
