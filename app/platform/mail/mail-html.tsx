import type { Html } from '#html'
import type { Locale } from '../text/dictionary.ts'

/** The text of a mail as a small HTML document: paragraphs, line ends, addresses as links. No pictures, nothing fetched. */
export function mailHtml(text: string, locale: Locale): string {
  const document = (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <title>Kantelpunt</title>
      </head>
      {/* Mail readers ignore style sheets; this is no page of the house and under no security policy of it. */}
      <body style="font: 17px/1.5 sans-serif; color: #1d1b16; max-width: 36em; margin: 1.5em auto; padding: 0 1em">
        <Paragraphs text={text} />
      </body>
    </html>
  )
  return `<!doctype html>${document.text}`
}

/** Text as people write it in a letter, with links that work. */
export function Paragraphs({ text }: { readonly text: string }): Html {
  return (
    <>
      {text.split(/\n{2,}/).map((paragraph) => (
        <p>
          {paragraph.split('\n').map((line, i) => (
            <>
              {i > 0 && <br />}
              <Line text={line} />
            </>
          ))}
        </p>
      ))}
    </>
  )
}

function Line({ text }: { readonly text: string }): Html {
  // The odd parts are the addresses. A full stop or comma behind one belongs to the sentence.
  const parts = text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
  return <>{parts.map((part, i) => (i % 2 === 1 ? <a href={part}>{part}</a> : part))}</>
}
