import { Tag } from "@/components/ui/tag";
import { audienceWords, type Reader } from "@/lib/sharing/rules";

/** Who sees an entry, said on the entry. */
export function ShareTag({ readers }: { readers: Reader[] }) {
  return <Tag tone={readers.length > 0 ? "share" : "plain"}>{audienceWords(readers)}</Tag>;
}
