import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

const [, , java, classPath, main] = process.argv;
const client = new Client({ name: "test", version: "1" });
await client.connect(
  new StdioClientTransport({ command: java, args: ["-cp", classPath, main], stderr: "inherit" }),
);
const call = (name, args) => client.callTool({ name, arguments: args });
const tools = await client.listTools();
const unknown = await call("delete_brand", { brand: "acme" }).then(
  (result) => (result.isError ? "refused" : "answered"),
  () => "refused",
);
console.log(
  JSON.stringify({
    server: client.getServerVersion().name,
    tools: tools.tools.map((tool) => tool.name),
    summary: await call("brand_summary", { brand: "acme" }),
    post: await call("post", { platform: "x", id: "1" }),
    missing: await call("post", { platform: "x", id: "2" }),
    unknown,
  }),
);
await client.close();
