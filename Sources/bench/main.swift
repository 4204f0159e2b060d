import Foundation

let tool = BenchTool(
    executable: Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0]),
    environment: ProcessInfo.processInfo.environment)
let arguments = Array(CommandLine.arguments.dropFirst())
exit(await withInterruption { await tool.run(arguments) })
