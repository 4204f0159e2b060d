import Foundation
import Grading

let tool = GradeTool(
    executable: Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0]),
    environment: ProcessInfo.processInfo.environment)
exit(await tool.run(Array(CommandLine.arguments.dropFirst())))
