import {
  applyUpdate,
  ContentType,
  createID,
  type Doc,
  decodeUpdate,
  getItem,
  getState,
  type ID,
  Item,
  Skip,
  UpdateEncoderV1,
} from 'yjs'

type Piece = ReturnType<typeof decodeUpdate>['structs'][number]

export type MergeResult =
  | { readonly ok: true; readonly steps: number }
  | { readonly ok: false; readonly reason: 'too-long' | 'missing-edits'; readonly steps: number }

/**
 * Merges an edit into a document piece by piece, and stops where it would take more than `mostSteps`. Yjs finds the place
 * of a piece by looking at everything that stands between its two neighbours of then: nothing for who was up to date, little
 * for who was away, and all pairs of pieces where an edit was made to take long. Throws what Yjs throws on what it can't read.
 */
export function mergeEdit(doc: Doc, update: Uint8Array, mostSteps: number): MergeResult {
  let steps = 0
  const waiting = piecesByDevice(update)
  const isOne = [...waiting.values()].flat().length === 1
  const fits = doc.transact(() => {
    for (let moved = true; moved; ) {
      moved = false
      for (const pieces of waiting.values()) {
        for (let piece = pieces[0]; piece !== undefined && canCome(doc, piece); piece = pieces[0]) {
          pieces.shift()
          moved = true
          if (endOf(piece) <= getState(doc.store, piece.id.client)) continue
          steps += stepsFor(doc, piece, mostSteps - steps)
          if (steps > mostSteps) return false
          // The only one comes with the whole.
          if (!isOne) applyUpdate(doc, updateOf(piece))
        }
      }
    }
    // The pieces are there; what is new in the whole are the deletions.
    if ([...waiting.values()].every((pieces) => pieces.length === 0)) applyUpdate(doc, update)
    return true
  })
  if (!fits) return { ok: false, reason: 'too-long', steps }
  const isWhole = [...waiting.values()].every((pieces) => pieces.length === 0)
  const lacks = !isWhole || doc.store.pendingStructs !== null || doc.store.pendingDs !== null
  return lacks ? { ok: false, reason: 'missing-edits', steps } : { ok: true, steps }
}

/** Those of each device in their order. */
function piecesByDevice(update: Uint8Array): ReadonlyMap<number, Piece[]> {
  const found = new Map<number, Piece[]>()
  for (const piece of decodeUpdate(update).structs) {
    const pieces = found.get(piece.id.client)
    if (pieces === undefined) found.set(piece.id.client, [piece])
    else pieces.push(piece)
  }
  return found
}

function endOf({ id, length }: Piece): number {
  return id.clock + length
}

/** Whether everything that a piece leans on is there. */
function canCome(doc: Doc, piece: Piece): boolean {
  const { client, clock } = piece.id
  if (piece instanceof Skip || clock > getState(doc.store, client)) return false
  if (!(piece instanceof Item)) return true
  const isThere = (id: ID | null) => id === null || id.clock < getState(doc.store, id.client)
  return isThere(piece.origin) && isThere(piece.rightOrigin) && isThere(idOfParent(piece))
}

/** Of a piece in a text or row within another: which; null where that follows from its neighbours or its name. */
function idOfParent({ parent }: Item): ID | null {
  return parent !== null && typeof parent === 'object' && 'clock' in parent ? parent : null
}

/** How many pieces stand between the neighbours of a piece, counted up to `most` and one more. */
function stepsFor(doc: Doc, piece: Piece, most: number): number {
  if (!(piece instanceof Item)) return 0
  const known = getState(doc.store, piece.id.client)
  // Where the first letters of it are there already, the rest stands behind them.
  const left = known > piece.id.clock ? { client: piece.id.client, clock: known - 1 } : piece.origin
  let each = left === null ? firstIn(doc, piece) : itemAt(doc, left)
  let steps = 0
  if (left !== null && each !== null) {
    // The neighbours may be letters within one piece, which will be cut there.
    if (contains(each, piece.rightOrigin)) return 0
    if (left.clock < endOf(each) - 1) steps++
    each = each.right
  }
  for (; each !== null && !contains(each, piece.rightOrigin) && steps <= most; each = each.right) steps++
  return steps
}

interface Place {
  readonly client: number
  readonly clock: number
}

function contains({ id, length }: Item, place: Place | null): boolean {
  return place !== null && id.client === place.client && id.clock <= place.clock && place.clock < id.clock + length
}

/** The piece that holds a letter; null where it was taken away so long ago that only its number is left. */
function itemAt(doc: Doc, { client, clock }: Place): Item | null {
  const found = getItem(doc.store, createID(client, clock))
  return found instanceof Item ? found : null
}

/** The first piece of the text, list or key in which a piece comes that has nothing on its left. */
function firstIn(doc: Doc, piece: Item): Item | null {
  const { parent, parentSub, rightOrigin } = piece
  const id = idOfParent(piece)
  let first: Item | null = rightOrigin === null ? null : itemAt(doc, rightOrigin)
  if (rightOrigin === null) {
    const content = id === null ? null : itemAt(doc, id)?.content
    const holder =
      typeof parent === 'string' ? doc.get(parent) : content instanceof ContentType ? content.type : undefined
    first = (parentSub === null ? holder?._start : holder?._map.get(parentSub)) ?? null
  }
  while (first?.left) first = first.left
  return first
}

/** An update with one piece in it. */
function updateOf(piece: Piece): Uint8Array {
  const encoder = new UpdateEncoderV1()
  // One device with one piece from its first letter on, and no deletions.
  encoder.writeLen(1)
  encoder.writeLen(1)
  encoder.writeClient(piece.id.client)
  encoder.writeLen(piece.id.clock)
  piece.write(encoder, 0)
  encoder.writeLen(0)
  return encoder.toUint8Array()
}
