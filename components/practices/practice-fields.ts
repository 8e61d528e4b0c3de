import { families, familyOrder } from "@/lib/practices/rules";

export const familyOptions = familyOrder.map((family) => ({ value: family, label: families[family].name }));
