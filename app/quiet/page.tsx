import { MessageCircle, Mic, Moon, Phone } from "lucide-react";
import { Back } from "@/components/quiet/back";
import { Breathe } from "@/components/quiet/breathe";
import { CallPeople } from "@/components/quiet/call-people";
import { KeepFragment } from "@/components/quiet/keep-fragment";
import { Lines } from "@/components/quiet/lines";
import { Screen } from "@/components/quiet/screen";
import { colours } from "@/lib/journal/rules";
import { leaveQuietAction } from "./actions";

/** Each screen is a part of this one page, opened by its address's end: it works without the portal, and without a script. */
export default function QuietPage() {
  const palette = Object.entries(colours).map(([key, { words, fill }]) => ({ key, words, fill }));
  return (
    <>
      <section className="quiet-home" aria-labelledby="quiet">
        <h1 id="quiet" className="sr-only">
          Quiet
        </h1>
        <Back action={leaveQuietAction} />
        <nav aria-label="Quiet" className="quiet-doors">
          <a href="#keep" className="keep">
            <Mic aria-hidden />
            <span>
              Keep<span className="sr-only"> a fragment</span>
            </span>
          </a>
          <a href="#breathe" className="breathe">
            <span className="small-arch" aria-hidden />
            <span>Breathe</span>
          </a>
          <a href="#call" className="call">
            <Phone aria-hidden />
            <span>
              Call<span className="sr-only"> somebody</span>
            </span>
          </a>
          <a href="#rest" className="rest">
            <Moon aria-hidden />
            <span>Rest</span>
          </a>
        </nav>
      </section>
      <Screen id="keep" title="Keep a fragment">
        <KeepFragment colours={palette} mic={<Mic aria-hidden />} />
      </Screen>
      <Screen id="breathe" title="Breathe">
        <Breathe />
      </Screen>
      <Screen id="call" title="Call somebody">
        <Lines phone={<Phone aria-hidden />} message={<MessageCircle aria-hidden />} />
        <CallPeople phone={<Phone aria-hidden />} />
      </Screen>
      <Screen id="rest" title="Rest" />
    </>
  );
}
