/** What steers a terminal, ends a line, opens markup, makes a link, a mention, a formula or a command. */
export const evil =
  '\u001B[2J\u001B]0;pwned\u0007\u009B8m\r\n::error::x\n|`<img src=x onerror=alert(1)>`| **b** ![p](https://evil.example/x.png) [l](command:x) @everyone \u202Egnp.\u2066x ;=cmd|calc \t=1+1 "><script>alert(1)</script> %0A ]]> \' \\| \u2028end';

/** All that steers, but for line breaks. */
export const steering = /[^\P{Cc}\n]|[\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u;
