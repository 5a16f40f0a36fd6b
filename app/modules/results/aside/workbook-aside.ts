import { startResultsThread } from './start-results-thread.ts'
import { type Sheet, workbook } from './workbook.ts'

/** A workbook of more cells is made in a thread: 6,000 schools take some 300 ms. */
const mostCellsHere = 3000

/** The workbook that was made last: whoever asks the same one meanwhile, or next, gets that one. */
let last: { readonly key: string; readonly bytes: Promise<Uint8Array<ArrayBuffer>> } | undefined
/** Large ones are made one after another, so that many who ask at once take no more memory than one. */
let turn: Promise<unknown> = Promise.resolve()

/** The workbook of these sheets, without holding up others. `key` names what is in it. */
export function workbookAside(key: string, sheetsOf: () => readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  if (last?.key === key) return last.bytes
  const sheets = sheetsOf()
  const cells = sheets.reduce((sum, { rows }) => sum + rows.length * (rows[0]?.length ?? 0), 0)
  if (cells <= mostCellsHere) return workbook(sheets)
  const bytes = turn.then(() => inThread(sheets))
  turn = bytes.catch(() => undefined)
  const made = { key, bytes }
  last = made
  bytes.catch(() => {
    if (last === made) last = undefined
  })
  return bytes
}

async function inThread(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const thread = startResultsThread()
  try {
    return await thread.ask('workbook', sheets)
  } finally {
    await thread.end()
  }
}
