/** Applications as they are read: lists that grow. */
export interface Applications {
  readonly starts: Int32Array
  programme: Int32Array
  tier: Int32Array
  score: Float64Array
  count: number
}

export function openApplications(candidates: number): Applications {
  const room = Math.max(16, candidates * 4)
  return {
    starts: new Int32Array(candidates + 1),
    programme: new Int32Array(room),
    tier: new Int32Array(room),
    score: new Float64Array(room),
    count: 0,
  }
}

export function addApplication(all: Applications, programme: number, tier: number): void {
  if (all.count === all.programme.length) {
    all.programme = grown(all.programme, new Int32Array(2 * all.count))
    all.tier = grown(all.tier, new Int32Array(2 * all.count))
    all.score = grown(all.score, new Float64Array(2 * all.count))
  }
  all.programme[all.count] = programme
  all.tier[all.count] = tier
  all.score[all.count] = Number.NaN
  all.count++
}

function grown<Numbers extends Int32Array | Float64Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from)
  return to
}

/** Leaves out what a programme does not accept: a score of −Infinity. */
export function acceptable(all: Applications): Pick<Applications, 'programme' | 'tier' | 'score' | 'starts'> {
  const starts = new Int32Array(all.starts.length)
  let to = 0
  for (let candidate = 0; candidate + 1 < starts.length; candidate++) {
    for (let k = all.starts[candidate] ?? 0; k < (all.starts[candidate + 1] ?? 0); k++) {
      if (all.score[k] === Number.NEGATIVE_INFINITY) continue
      all.programme[to] = all.programme[k] ?? 0
      all.tier[to] = all.tier[k] ?? 0
      all.score[to] = all.score[k] ?? 0
      to++
    }
    starts[candidate + 1] = to
  }
  return {
    starts,
    programme: all.programme.subarray(0, to),
    tier: all.tier.subarray(0, to),
    score: all.score.subarray(0, to),
  }
}
