import Foundation
import Training

let tool = TrainTool(environment: ProcessInfo.processInfo.environment)
exit(tool.run(Array(CommandLine.arguments.dropFirst())))
