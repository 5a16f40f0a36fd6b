import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Button, Card, ImpactGrid, SelectField, TextField } from '../../../../platform/ui/index.ts'
import type { Note } from '../note-store.ts'
import { byWeight } from '../round.ts'
import type { Round } from '../round-store.ts'
import { voiceText } from '../text.ts'

export interface ArenaProps {
  readonly locale: Locale
  readonly round: Round
  readonly notes: readonly Note[]
  readonly path: string
  /** May write down and weigh. */
  readonly writes: boolean
}

/** What the pupils talk about, and what is heard, question by question. */
export function Heard({ locale, round, notes, path, writes }: ArenaProps): Html {
  const words = voiceText(locale).round
  return (
    <>
      {round.questions.map((question, place) => {
        const heard = notes.filter((note) => note.kind === 'heard' && note.question === place)
        return (
          <Card as="section" tone="voice">
            <h2 class="question">{question.words.own}</h2>
            <ul class="sayings">
              {heard.map((note) => (
                <li>
                  <span>{note.words}</span>
                  {writes && <RemoveNote locale={locale} note={note} path={path} />}
                </li>
              ))}
            </ul>
            {heard.length === 0 && <p class="soft">{words.noNotes}</p>}
            {writes && (
              <form class="form line" method="post" action={`${path}/notes`}>
                <input type="hidden" name="kind" value="heard" />
                <input type="hidden" name="question" value={place} />
                <TextField
                  name="words"
                  id={`heard-${place}`}
                  label={words.note}
                  hint={words.noteHint}
                  maxlength={300}
                  required
                />
                <Button kind="quiet">{words.addNote}</Button>
              </form>
            )}
          </Card>
        )
      })}
    </>
  )
}

/** What could be done, by effect on pupils and feasibility. */
export function Ideas({ locale, notes, path, writes }: ArenaProps): Html {
  const words = voiceText(locale).round
  const ideas = byWeight(notes.filter(({ kind }) => kind === 'idea'))
  const weighed = ideas.flatMap(({ words: label, effect, feasible }) =>
    effect === null || feasible === null ? [] : [{ label, effect, feasible }],
  )
  return (
    <Card as="section" tone="voice">
      <h2>{words.ideas}</h2>
      {ideas.length === 0 && <p class="soft">{words.noIdeas}</p>}
      {weighed.length > 0 && <ImpactGrid locale={locale} ideas={weighed} />}
      {!writes && weighed.length < ideas.length && (
        <ul class="sayings">
          {ideas.map(({ words: idea, effect, feasible }) => (effect === null || feasible === null) && <li>{idea}</li>)}
        </ul>
      )}
      {writes &&
        ideas.map((idea) => (
          <div class="idea">
            <p class="strong">{idea.words}</p>
            <form class="form line" method="post" action={`${path}/weights`}>
              <input type="hidden" name="note" value={idea.id} />
              <Weight name="effect" id={`effect-${idea.id}`} label={words.effect} at={idea.effect} />
              <Weight name="feasible" id={`feasible-${idea.id}`} label={words.feasible} at={idea.feasible} />
              <Button kind="quiet" label={words.weighIt(idea.words)}>
                {words.weigh}
              </Button>
            </form>
            <RemoveNote locale={locale} note={idea} path={path} />
          </div>
        ))}
      {writes && (
        <form class="form line" method="post" action={`${path}/notes`}>
          <input type="hidden" name="kind" value="idea" />
          <TextField name="words" id="idea-words" label={words.idea} maxlength={300} required />
          <Button kind="quiet">{words.addIdea}</Button>
        </form>
      )}
    </Card>
  )
}

interface WeightProps {
  readonly name: 'effect' | 'feasible'
  readonly id: string
  readonly label: string
  readonly at: number | null
}

function Weight({ name, id, label, at }: WeightProps): Html {
  return (
    <SelectField
      name={name}
      id={id}
      label={label}
      value={String(at ?? 3)}
      options={[1, 2, 3, 4, 5].map((each) => ({ value: String(each), label: String(each) }))}
    />
  )
}

function RemoveNote({
  locale,
  note,
  path,
}: {
  readonly locale: Locale
  readonly note: Note
  readonly path: string
}): Html {
  const words = voiceText(locale).round
  return (
    <form method="post" action={`${path}/removed-notes`}>
      <input type="hidden" name="note" value={note.id} />
      <Button kind="plain" label={words.removeIt(note.words)}>
        {words.remove}
      </Button>
    </form>
  )
}
