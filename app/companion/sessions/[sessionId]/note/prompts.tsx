import { debriefPrompts } from "@/lib/companions/words/after/rules";

/** What a companion may write about, each with the questions that help to begin. */
export const prompts = debriefPrompts.map(({ key, title, hint, questions }) => ({
  key,
  title,
  hint: (
    <>
      {hint}
      {questions.map((question) => (
        <span key={question} className="block italic">
          {question}
        </span>
      ))}
    </>
  ),
}));
