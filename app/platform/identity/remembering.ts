/**
 * A pure function of a text that keeps its last `most` answers, for what every request of a person asks again. Oldest go
 * first, asked again or not: simpler than the least recently used, and as good where `most` is ample.
 */
export function remembering<Answer>(most: number, compute: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined) return known
    const answer = compute(text)
    if (answers.size >= most) for (const oldest of answers.keys()) if (answers.delete(oldest)) break
    answers.set(text, answer)
    return answer
  }
}
