import type { Child, Html } from '../../../../platform/html/jsx-runtime.ts'
import { Button } from '../../../../platform/ui/index.ts'
import type { WebContext } from '../../../../platform/web/context.ts'
import type { FieldValues } from '../../../../platform/web/form.ts'
import { page } from '../../../../platform/web/page.tsx'
import { type PupilLanguage, pupilLanguages, type Question } from '../round.ts'
import type { Round } from '../round-store.ts'
import { pupilLanguageOf } from './pupil-language.ts'
import { type PupilText, pupilText } from './pupil-text.ts'
import { QuestionField } from './question-field.tsx'

/** What of a round a pupil's device shows now. */
export type PupilPlace =
  | { readonly kind: 'questions'; readonly values: FieldValues; readonly problem: boolean }
  | { readonly kind: 'thanks'; readonly again: boolean }
  | { readonly kind: 'over' }

/** The page behind the code: the questions, then thanks, then what was done with it. */
export function pupilPage(c: WebContext, round: Round, place: PupilPlace): Response {
  const language = pupilLanguageOf(c)
  const words = pupilText(language)
  return page(c, {
    title: round.title,
    chrome: 'bare',
    foot: language === c.var.locale,
    width: 'narrow',
    body: (
      <div class="stack pupil tone-voice" lang={language} dir={words.direction}>
        <div>
          <p class="over">{round.title}</p>
          <h1>{headingOf(words, round, place)}</h1>
        </div>
        {/* First of all: who does not read this language must not have to scroll past it. */}
        <Languages words={words} round={round} here={language} />
        {bodyOf(words, language, round, place)}
      </div>
    ),
  })
}

function headingOf(words: PupilText, round: Round, place: PupilPlace): string {
  if (round.doneAt !== null) return words.done
  if (round.kind === 'arena') return words.hello
  return { questions: words.hello, thanks: words.thanks, over: words.over }[place.kind]
}

function bodyOf(words: PupilText, language: PupilLanguage, round: Round, place: PupilPlace): Child {
  if (round.doneAt !== null) {
    // As the teacher wrote it, in the language of the school.
    return (
      <div class="said" lang="nl" dir="auto">
        {round.doneWords.split('\n').map((line) => (
          <p>{line}</p>
        ))}
      </div>
    )
  }
  if (round.kind === 'arena') return <p>{words.arena}</p>
  switch (place.kind) {
    case 'over':
      return <p>{words.overMore}</p>
    case 'thanks':
      return (
        <>
          {place.again && <p>{words.before}</p>}
          <p>{words.thanksMore}</p>
          <p class="soft">{promiseOf(words, round)}</p>
        </>
      )
    case 'questions':
      return <Questions words={words} language={language} round={round} place={place} />
  }
}

interface QuestionsProps {
  readonly words: PupilText
  readonly language: PupilLanguage
  readonly round: Round
  readonly place: Extract<PupilPlace, { readonly kind: 'questions' }>
}

function Questions({ words, language, round, place }: QuestionsProps): Html {
  return (
    <form class="form" method="post" action={`/v/${round.code}?lang=${language}`}>
      <p class="promise">{promiseOf(words, round)}</p>
      {place.problem && (
        <p class="wrong" role="alert">
          {words.nothing}
        </p>
      )}
      {round.questions.map((question, at) => (
        <QuestionField
          words={words}
          question={question}
          asked={askedIn(question, language)}
          place={at}
          value={place.values[`q${at}`]}
        />
      ))}
      {round.subgroups.length > 0 && (
        <fieldset class="asked">
          <legend>{words.subgroup}</legend>
          <div class="scale">
            {round.subgroups.map((name, at) => (
              <label>
                <input type="radio" name="subgroup" value={at} checked={place.values.subgroup === String(at)} />
                <span dir="auto">{name}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <p class="soft">{words.skip}</p>
      <div class="actions">
        <Button kind="main" size="big">
          {words.send}
        </Button>
      </div>
    </form>
  )
}

/** What is true of the answers to this round. */
function promiseOf({ nobody }: PupilText, { questions }: Round): string {
  const open = questions.filter(({ kind }) => kind === 'words').length
  return open === 0 ? nobody.choices : open === questions.length ? nobody.words : nobody.both
}

/** A question in a language, or as it was written where it is the school's own. */
export function askedIn({ words }: Question, language: PupilLanguage): string {
  return words[language] ?? words.own ?? words.nl ?? ''
}

function Languages({
  words,
  round,
  here,
}: {
  readonly words: PupilText
  readonly round: Round
  readonly here: PupilLanguage
}): Html {
  return (
    <nav class="languages" aria-label={words.language}>
      {pupilLanguages
        .filter((language) => language !== here)
        .map((language) => {
          const other = pupilText(language)
          return (
            <a href={`/v/${round.code}?lang=${language}`} lang={language} dir={other.direction}>
              {other.name}
            </a>
          )
        })}
    </nav>
  )
}
