import fc from "fast-check";
import { expect, test } from "vitest";
import { escaped, html, joined, trusted } from "../../server/publish/markup.ts";

const unescaped = (text: string) =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

test("what is put in is text, in attributes too", () => {
  const name = `"><script>alert('1')</script>&amp;`;
  expect(html`<p title="${name}">${name}</p>`.markup).toBe(
    '<p title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;">' +
      "&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;</p>",
  );
});

test("nothing is written for nothing; noughts and lists are", () => {
  expect(html`${undefined}${null}${false}${0}${[1, "&", html`<b>`]}`.markup).toBe("01&amp;<b>");
  expect(joined([html`<i>`, "a<"], " & ").markup).toBe("<i> &amp; a&lt;");
  expect(html`${trusted("<hr>")}`.markup).toBe("<hr>");
});

test("any text comes back as it was, and ends no tag and no quote", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const written = escaped(text);
      expect(written).not.toMatch(/[<>"']/);
      expect(unescaped(written).replaceAll("\ufffd", "")).toBe(
        // Control characters cannot be written in XML at all.
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
        text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ufffd]/g, ""),
      );
    }),
  );
});

test("an object that looks like a list of markup is not taken for markup by its name alone", () => {
  expect(html`${["markup"]}`.markup).toBe("markup");
});
