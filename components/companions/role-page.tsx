import { Stack } from "@/components/ui/stack";
import { roleParts } from "@/lib/companions/words/role/rules";

type Props = { patientName: string; clinicName: string };

/** Role and confidentiality: what somebody accepts who becomes a companion. Without a form; that is around it. */
export function RolePage(props: Props) {
  return (
    <Stack gap="large" className="max-w-words">
      {roleParts(props).map(({ title, lines }) => (
        <section key={title} className="stack gap-2">
          <h2 className="text-h3">{title}</h2>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </section>
      ))}
    </Stack>
  );
}
