import { serves } from "./support/machine";

serves("the machine in Europe/Vienna", { env: { TZ: "Europe/Vienna" } });
