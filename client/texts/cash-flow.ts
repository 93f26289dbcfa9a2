/** What the cash-flow test says. British English. */
import { count, plural } from "../format.ts";

export const texts = {
  stream: "Stream",
  lag: "Payment after the period",
  lagNotStated: "The wait is not stated; moved here to see what it does.",
  months_: (months: number) => plural(months, "month"),
  month: "month",
  testing: "Reckoning the cash flow",
  nothingToTest:
    "No stream here has an amount, dates and a claim frequency, so none can be tested.",
  notTestable: {
    amount: "No amount is recorded, so nothing can be tested.",
    dates: "The dates are not recorded, so nothing can be tested.",
    claims: "The claims are not recorded, so nothing can be tested.",
  },
  rule: {
    none: "No advance",
    pro_rata: "Half ahead, cut from each claim",
    last: "Half ahead, cut from the last",
  },
  cashLabel: (rule: string, peak: string) =>
    `${rule}: at most ${peak} is laid out before it is paid`,
  needs: (peak: string, month: number | null) =>
    month === null
      ? "Nothing has to be laid out"
      : `${peak} has to be laid out by month ${count(month)}`,
  cashTable: "Cash flow under three rules",
  ruleHead: "Rule",
  funded: "Funded",
  receipts: "Receipts, month: amount",
  peak: "Peak owed",
  inMonth: "Month",
  never: "never",
  verdict: {
    deliverable: "Can be delivered under its own rules",
    undeliverable: "Funded on paper, undeliverable in practice",
    underfunded: "Not funded in full",
    "not known": "Cannot be told from what is stated",
  },
  verdictMark: { deliverable: "✓", undeliverable: "!", underfunded: "!", "not known": "?" },
  to: (least: string, most: string) => (least === most ? least : `${least} to ${most}`),
  standing: (funded: string, peak: string, month: number | null) =>
    `Under the stream's own rules ${funded} is funded, and ${peak} has to be laid out${month === null ? "" : ` by month ${count(month)}`}.`,
  risk: (money: string) => `The body that spends it has ${money} to lay out.`,
  riskNotStated: "How much the body that spends it can lay out is not stated.",
  binding: (rules: string) => `The rules that bind: ${rules}.`,
  bindingRule: (rule: string, peak: string) => `${rule} (${peak} without it)`,
  bindingWords: {
    arrears: "payment in arrears",
    "advance-barred": "no advance to a body of this kind",
    "recovered-pro-rata": "the advance cut from each claim",
  },
  leftOpen: (parts: string) => `Not stated, so tried both ways: ${parts}.`,
  open: {
    basis: "how it is paid",
    lag: "how long payment takes",
    advance: "whether there is an advance",
    recovery: "how the advance is recovered",
    "advance-to": "who may have an advance",
    "risk-money": "the money that can be put at risk",
  },
  unguaranteed: (money: string) =>
    `No volume of payments is guaranteed: ${money} may be spent and not come back.`,
} as const;
